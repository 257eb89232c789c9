/** Something that a part needs and that can't be had on this machine; the message says what, and what to do. */
export class Unavailable extends Error {}
