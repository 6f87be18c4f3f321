import { readdirSync, readFileSync } from 'node:fs';
import { cpuOf } from '../bench/figures';

/** How a process stands: memory in MiB, files and sockets it holds open, seconds it has worked. */
export type Health = {
  readonly resident: number;
  readonly peak: number;
  readonly heap: number;
  readonly open: number;
  readonly worked: number;
};

const MEBIBYTE = 1024 * 1024;

const kilobytes = (pid: number, name: string): number => {
  const text = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? Number.NaN);
};

/** Read from Linux and from the process's own metrics. */
export const healthOf = async (url: string, pid: number): Promise<Health> => {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  const heap = /^nodejs_heap_size_used_bytes (\S+)/m.exec(metrics)?.[1];
  return {
    resident: kilobytes(pid, 'VmRSS') / 1024,
    peak: kilobytes(pid, 'VmHWM') / 1024,
    heap: Number(heap ?? Number.NaN) / MEBIBYTE,
    open: readdirSync(`/proc/${pid}/fd`).length,
    worked: cpuOf(pid) / 1000,
  };
};
