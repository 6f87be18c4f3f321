import { createHash } from 'node:crypto';
import {
  labelsOf,
  nameOf,
  RESOURCES,
  type Fact,
  type KubeObject,
  type Reader,
} from '@cnv-ai/engine/kubernetes';

/** The projects that OpenShift shows to one caller: names and labels. */
export type VisibleProjects = (reader: Reader) => Promise<Fact<KubeObject[]>>;

const KEPT = 30_000;
const MOST_KEPT = 100;

type Entry = { readonly until: number; readonly fact: Promise<Fact<KubeObject[]>> };

const nameAndLabels = (object: KubeObject): KubeObject => ({
  metadata: { name: nameOf(object), labels: labelsOf(object) },
});

/** Cut to the caller by the API itself; read once with the caller's token and kept for 30 s. */
export const visibleProjects = (clock: () => number = Date.now) => {
  const kept = new Map<string, Entry>();
  return (token: string): VisibleProjects => {
    const caller = createHash('sha256').update(token).digest('base64');
    return (reader) => {
      const known = kept.get(caller);
      if (known !== undefined && known.until > clock()) return known.fact;
      const entry = {
        until: clock() + KEPT,
        fact: reader.list(RESOURCES.projects, {}, nameAndLabels),
      };
      kept.delete(caller);
      const [oldest] = kept.keys();
      if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
      kept.set(caller, entry);
      // That they are not served is an answer, too; any other failure may pass.
      void entry.fact.then((fact) => {
        const stays =
          fact.state === 'ok' || (fact.state === 'unread' && fact.reason === 'not_installed');
        if (!stays && kept.get(caller) === entry) kept.delete(caller);
      });
      return entry.fact;
    };
  };
};
