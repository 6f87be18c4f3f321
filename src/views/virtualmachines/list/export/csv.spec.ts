import { makeRow } from '../../../../testing/factories';
import { csvOf } from './csv';

const linesOf = (csv: string) => csv.replace('\uFEFF', '').split('\r\n');
/** The cell before the node's. */
const cellOf = (problem: string) =>
  /,"((?:[^"]|"")*)","worker-1"/.exec(csvOf([makeRow({ problem })], []))?.[1];

describe('csvOf', () => {
  it('has a heading, a row for each machine, and the marks spreadsheets look for', () => {
    const csv = csvOf([makeRow(), makeRow({ name: 'web' })], []);
    expect(csv.startsWith('\uFEFF"name","namespace","status"')).toBe(true);
    expect(linesOf(csv)).toHaveLength(4);
    expect(linesOf(csv)[2]).toBe(
      '"web","demo","Running","2026-11-20T13:40:00Z","","worker-1","Red Hat Enterprise Linux 9","2","4294967296","10.128.0.10","2026-11-01T08:00:00Z","uid-web"',
    );
  });

  it.each([
    ['=HYPERLINK("http://x")', `'=HYPERLINK(""http://x"")`],
    ['+1', `'+1`],
    ['-1+cmd', `'-1+cmd`],
    ['@SUM(A1)', `'@SUM(A1)`],
    ['\t=1', `'\t=1`],
    ['  =1', `'  =1`],
    ['＝1', `'＝1`],
    ['fine = so', 'fine = so'],
    ['a "quoted", b', 'a ""quoted"", b'],
    ['two\nlines', 'two\nlines'],
  ])('writes %j so that it is a text', (problem, cell) => {
    expect(cellOf(problem)).toBe(cell);
  });

  it('has the further columns, their headings made harmless too', () => {
    const fields = { guestAgent: true, 'label:=x': '=1', started: undefined };
    const [heading, row] = linesOf(
      csvOf([makeRow({ fields })], ['guestAgent', 'label:=x', 'started']),
    );
    expect(heading).toMatch(/"uid","guestAgent","label:=x","started"$/);
    expect(row).toMatch(/"uid-db","true","'=1",""$/);
  });
});
