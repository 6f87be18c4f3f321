import { asker } from '../testing/languages';

describe('a sentence of two languages', () => {
  it.each([
    ['de', 'laufende VMs with a guest agent', 'Status is Running, Guest agent is yes'],
    ['de', 'zeig mir alle stopped vms in prod-web', 'Status is Stopped, Project is prod-web'],
    ['es', 'vms apagadas with more than 8 GB', 'Status is Stopped, Memory is more than 8 GiB'],
    ['fr', 'les vms paused dans prod-web', 'Status is Paused, Project is prod-web'],
    ['zh', 'snapshot 失败的 vm', 'Snapshot is Failed'],
  ])('%s: %s', async (locale, sentence, readable) => {
    const ask = await asker(locale);
    expect(ask(sentence)[0]).toEqual({ outcome: 'ok', readable });
  });

  it('takes no word of the language for an English one', async () => {
    const ask = await asker('fr');
    expect(ask('VM créées par mon collègue')[0]?.outcome).not.toBe('ok');
  });
});
