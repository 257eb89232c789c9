/** Why a program fares otherwise than foretold, and where. One that nothing needs any more fails the proof. */
export interface Explanation {
	readonly program: string;
	readonly where: readonly string[];
	readonly why: string;
}

export const explanations: readonly Explanation[] = [
	{
		program: 'key_any.c',
		where: ['docker', 'docker@20.10.9', 'docker@19.03', 'docker@17.03'],
		why: 'it does without, which looks like giving up',
	},
];
