/** What `\(xx` and `\[xx]` stand for; names that are not here are written as they are. */
export function specialCharacter(name: string): string {
	const known = characters[name];
	if (known !== undefined) {
		return known;
	}
	const code = /^u([0-9A-Fa-f]{4,6})$/.exec(name)?.[1];
	if (code !== undefined && parseInt(code, 16) <= 0x10ffff) {
		return String.fromCodePoint(parseInt(code, 16));
	}
	return accented(name) ?? name;
}

/** `'e` → `é`: an accent and the letter that carries it. */
function accented(name: string): string | undefined {
	const [accent = '', letter = ''] = name;
	const mark = name.length === 2 ? accents[accent] : undefined;
	return mark === undefined || !/[A-Za-z]/.test(letter) ? undefined : `${letter}${mark}`.normalize('NFC');
}

const accents: Readonly<Record<string, string>> = {
	"'": '\u0301',
	'`': '\u0300',
	'^': '\u0302',
	'~': '\u0303',
	':': '\u0308',
	',': '\u0327',
	v: '\u030c',
	o: '\u030a',
};

const characters: Readonly<Record<string, string>> = {
	aq: "'",
	dq: '"',
	oq: '‘',
	cq: '’',
	lq: '“',
	rq: '”',
	bq: '‚',
	Bq: '„',
	Fo: '«',
	Fc: '»',
	ga: '`',
	aa: '´',
	ha: '^',
	ti: '~',
	rs: '\\',
	sl: '/',
	ba: '|',
	bv: '|',
	br: '│',
	ul: '_',
	hy: '-',
	mi: '−',
	pl: '+',
	en: '–',
	em: '—',
	bu: '•',
	ci: '○',
	sq: '□',
	dg: '†',
	dd: '‡',
	sc: '§',
	ps: '¶',
	co: '©',
	rg: '®',
	tm: '™',
	de: '°',
	mc: 'µ',
	ct: '¢',
	Eu: '€',
	Po: '£',
	at: '@',
	sh: '#',
	Do: '$',
	lB: '[',
	rB: ']',
	lC: '{',
	rC: '}',
	la: '⟨',
	ra: '⟩',
	'+-': '±',
	mu: '×',
	di: '÷',
	'**': '∗',
	'<=': '≤',
	'>=': '≥',
	'!=': '≠',
	'==': '≡',
	'~~': '≈',
	'->': '→',
	'<-': '←',
	'<>': '↔',
	rA: '⇒',
	lA: '⇐',
	ua: '↑',
	da: '↓',
	if: '∞',
	sr: '√',
	no: '¬',
	mo: '∈',
	es: '∅',
	'12': '½',
	'14': '¼',
	'34': '¾',
	S1: '¹',
	S2: '²',
	S3: '³',
	ss: 'ß',
	'/o': 'ø',
	'/O': 'Ø',
	ae: 'æ',
	AE: 'Æ',
	oe: 'œ',
	OE: 'Œ',
	'*a': 'α',
	'*b': 'β',
	'*p': 'π',
	'*m': 'μ',
	'*W': 'Ω',
	OK: '✓',
};
