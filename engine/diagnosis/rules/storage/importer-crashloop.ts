import { nameOf } from '../../../kubernetes';
import { say } from '../../../messages';
import { namespaceOfDisk } from '../../disks';
import { shellWord } from '../../fixes';
import { IMPORT_NEEDS, IMPORT_USES, importFindings } from '../../import-findings';
import { defineRule } from '../../rule';

/** An importer that keeps failing for a reason that no other rule knows. */
export const importerCrashloop = defineRule({
  id: 'importer-crashloop',
  title: say('The import of a disk fails again and again'),
  stage: 'storage',
  needs: IMPORT_NEEDS,
  uses: IMPORT_USES,
  run: (facts, { now }) =>
    importFindings('importer-crashloop', facts, now, ({ disk }) => ({
      explanation: say(
        'The pod that fills disk {{disk}} keeps failing. Its last words are in the evidence. The virtual machine waits for it.',
        { disk: disk.name },
      ),
      fixes: disk.workers.slice(0, 1).map((worker) => ({
        id: 'read-importer-log',
        description: say('Read what the importer pod said last.'),
        command: `oc logs ${shellWord(nameOf(worker))} -n ${namespaceOfDisk(disk)} --previous --tail=50`,
        risk: 'safe',
      })),
    })),
});
