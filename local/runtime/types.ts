// The words of the local Workspace's outside contract: calls, faults, latency, what an execution left behind.

/** One service call as scripts made it. `args` are host values; service objects appear as the emulator's own instances. */
export interface ServiceCall {
  /** Position in `LocalWorkspace.calls`. */
  index: number;
  /** Which execution made it; 0: made from outside through `globals`. */
  execution: number;
  /** Name of the object's class or global, e.g. `SpreadsheetApp`, `Range`, `Calendar.Events`. */
  service: string;
  method: string;
  args: readonly unknown[];
  /** The sheet's id, for a call on a sheet or on a range of it; the form's, for a call on a form. */
  on?: number | string;
}

/**
 * What goes wrong at a call. `error`: the script sees an Exception with this message, without (`before`) or with (`after`)
 * the call's effect; with `api`, the GoogleJsonResponseException of an advanced service. `kill`: the execution dies there, and
 * nothing it still does can reach a service.
 */
export type Fault =
  { when: 'before' | 'after'; error: string; api?: { code: number; reason: string } } | { kill: 'before' | 'after' };

/** Virtual milliseconds a service call takes. */
export interface LatencyModel {
  /** Cost of the round trip. */
  perCall(call: ServiceCall): number;
  /** Cost of each array element that goes in or comes out (a cell, for ranges). */
  perElement(call: ServiceCall): number;
  /** Cost of starting one execution. */
  perExecution: number;
}

export type LogLevel = 'log' | 'info' | 'warn' | 'error' | 'debug';

/** A line of `Logger` or `console`. */
export interface LogEntry {
  at: number;
  level: LogLevel;
  text: string;
}

/** One execution, as «Executions» in the script editor would list it. */
export interface ExecutionRecord {
  index: number;
  functionName: string;
  origin: 'menu' | 'rpc' | 'simpleTrigger' | 'trigger' | 'direct';
  startedAt: number;
  endedAt: number;
  status: 'completed' | 'failed' | 'killed';
  /** «Name: message» of what ended it, when it failed. */
  error: string | undefined;
  logs: LogEntry[];
}

/** The execution died: at a `kill` fault, or at a time limit. */
export class ExecutionKilled extends Error {
  override readonly name = 'ExecutionKilled';
}
