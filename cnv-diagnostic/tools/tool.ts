import { z } from 'zod';
import type { DryRun } from '@cnv-ai/engine/diagnosis';
import type { Message } from '@cnv-ai/engine/messages';
import type { Signs } from '@cnv-ai/engine/fleet';
import type { Reader } from '@cnv-ai/engine/kubernetes';
import type { Source } from '@cnv-ai/engine/search';
import { gate } from '../kubernetes/gate';
import { problemOf, withoutNulls } from './arguments';

/** The caller's eyes on all VMs at once. */
export type InventoryView = {
  readonly source: Reader | Source;
  /** Signs of all machines that are held; absent: they are read as the caller. */
  readonly signs?: Signs;
  /** Runs a search through `source`; where each reads the whole cluster they wait for each other. */
  readonly admit: <T>(search: () => Promise<T>) => Promise<T>;
};

/** So many of all are done. */
export type Progress = (done: number, all: number) => void;

/** What a tool may use: the caller's eyes on the cluster and the time, in milliseconds. */
export type ToolContext = {
  readonly reader: Reader;
  /** For lists of all VMs, as a search needs them: the shared cache, cut to the caller, or `reader`. */
  readonly inventory: InventoryView;
  /** Tries a patch as the caller; the API server checks it and keeps nothing. */
  readonly dryRun: DryRun;
  readonly now: number;
  /** Milliseconds until the call has to be answered. */
  readonly remaining: () => number;
  /** Tells how far long work is; absent: the client does not ask. */
  readonly progress?: Progress;
};

/** An answer: a text for a model, the same for programs, and what the audit line says of it. */
export type ToolResult = {
  readonly text: string;
  readonly structured: Readonly<Record<string, unknown>>;
  readonly outcome: string;
  readonly rootCauseIds?: readonly string[];
};

type Declaration<Shape extends z.ZodRawShape> = {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Extension id of the component that shows the result in Lightspeed's chat. */
  readonly olsUi?: string;
  readonly input: Shape;
  /** Top-level fields only; every object in it is loose. */
  readonly output: z.ZodObject;
  /**
   * Calls that work at the same time; others wait in their order. Of more than can be answered in
   * time, the first are then answered in full, where all at once would be answered in part.
   */
  readonly atOnce?: number;
  /** What the call is about, for the audit line: names, never free text. */
  target(input: z.infer<z.ZodObject<Shape>>): string;
  run(input: z.infer<z.ZodObject<Shape>>, context: ToolContext): Promise<ToolResult>;
  /** The answer while the administrator has switched the product off. */
  unavailable(input: z.infer<z.ZodObject<Shape>>, message: Message, now: number): ToolResult;
};

/** A call whose arguments are valid. */
export type PreparedCall = {
  readonly target: string;
  run(context: ToolContext): Promise<ToolResult>;
  unavailable(message: Message, now: number): ToolResult;
};

export type Tool = {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly olsUi?: string;
  readonly input: z.ZodObject;
  readonly output: z.ZodObject;
  /** The call, or one sentence that says which argument is wrong. */
  prepare(args: unknown): PreparedCall | { readonly problem: string };
};

/** Makes a tool of its declaration. An argument it does not know is refused, never ignored. */
export const defineTool = <Shape extends z.ZodRawShape>(declaration: Declaration<Shape>): Tool => {
  const { name, title, description, olsUi, output, atOnce = Infinity } = declaration;
  const input = z.strictObject(declaration.input);
  const admit = gate(atOnce);
  return {
    name,
    title,
    description,
    ...(olsUi === undefined ? {} : { olsUi }),
    input,
    output,
    prepare: (args) => {
      const parsed = input.safeParse(withoutNulls(args));
      if (!parsed.success) return { problem: problemOf(name, parsed.error) };
      const { data } = parsed;
      return {
        target: declaration.target(data),
        run: (context) => admit(() => declaration.run(data, context)),
        unavailable: (message, now) => declaration.unavailable(data, message, now),
      };
    },
  };
};
