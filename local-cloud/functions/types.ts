/** Who calls a function. */
export interface Caller {
  /** Absent for timers and for functions called by functions. */
  openid?: string;
  unionid?: string;
  /** TCB_SOURCE: `wx_client` from the mini program, `wx_trigger` from a timer, `…,scf` from a function. */
  source?: string;
}

/** What one call cost at the database and at the other services. */
export interface CallCost {
  roundTrips: number;
  examined: number;
  returned: number;
  bytes: number;
  ms: number;
}

export type FunctionAnswer =
  /** `resultJson` is the function's answer as JSON text, `result` the same parsed. */
  | { ok: true; result: unknown; resultJson: string; requestID: string; cost: CallCost }
  | { ok: false; errCode: number; errMsg: string; requestID: string; cost: CallCost };
