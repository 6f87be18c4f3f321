/** Who answered: the sidecar through Lightspeed, the sidecar directly, or the engine in the browser. */
export type AnswerSource = 'lightspeed' | 'sidecar' | 'browser';

export type Answered<T> = { readonly result: T; readonly source: AnswerSource };

/** What the sidecar must not be asked under: it acts as the real user, on this cluster. */
export type Circumstances = {
  readonly impersonating?: boolean;
  /** The ACM name of another cluster the VM lives on; absent for this one. */
  readonly cluster?: string;
  /** How old a reading of the cluster in the browser may be, in milliseconds; default 15 s. */
  readonly maxAge?: number;
};
