import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Divisions } from '@tongxing/access';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { templateOf } from '@tongxing/imports';
import { RegisterEntry, RegisterReach } from '../index.js';
import { entities, KIND, NEXT, OTHER_TOWN, services, TOWN, viewer, VILLAGE, VILLAGES } from './setup.js';

const officer = viewer();
const divisions = Divisions.shipped();

const cells = (index: number, over: Record<string, string> = {}): Record<string, string> => ({
  名称: `名单服务点${index}`,
  所在区划: VILLAGE,
  级别: '村社区',
  地址: '示例路1号',
  办理时间: '周一到周五 9:00 到 17:00',
  电话: '0953-8012345',
  办什么: '岗位推荐、求职登记',
  无障碍条件: '坡道',
  联系人: '张示例',
  服务的村: divisions.nameOf(NEXT),
  开办日期: '2026-03-01',
  ...over,
});

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
function csvOf(rows: readonly Record<string, string>[]): string {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [header, ...rows.map((row) => header.map((key) => quoted(row[key] ?? '')))]
    .map((line) => line.join(','))
    .join('\r\n');
}

eachEngine(entities, (engine) => {
  let database: TestDatabase;
  let app: ReturnType<typeof services>;
  let folder: string;
  const bringText = async (text: string, options = {}) => {
    const path = join(folder, 'points.csv');
    writeFileSync(path, text);
    return (await app.direct.importFile('service-points', path, options)).result;
  };
  const bring = (rows: readonly Record<string, string>[], options = {}) => bringText(csvOf(rows), options);
  const found = ({ problems }: Awaited<ReturnType<typeof bring>>) =>
    problems.filter(({ row }) => row !== null).map(({ row, column, code }) => [row, column, code]);
  const named = async (name: string) => {
    const row = await database.dataSource.manager.findOneByOrFail(RegisterEntry, { name });
    return app.registers.one(officer, row.id);
  };

  beforeAll(async () => {
    database = await engine.open();
    app = services(database);
    folder = mkdtempSync(join(tmpdir(), 'tongxing-registers-'));
  });
  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('brings points in once however often the file comes, and afterwards what differs alone', async () => {
    const rows = [0, 1, 2].map((index) => cells(index));
    expect(await bring(rows)).toMatchObject({ rows: 3, new: 3, wrong: 0, committed: true });
    expect(await bring(rows)).toMatchObject({ new: 0, changed: 0, unchanged: 3 });
    const one = await named('名单服务点1');
    expect(one).toMatchObject({ version: 1, openedOn: '2026-03-01', category: 'VILLAGE', phone: '0953-8012345' });
    expect(one.fields.find(({ key }) => key === 'services')?.values).toEqual(['REGISTER', 'REFER']);
    expect(one.fields.find(({ key }) => key === 'contactName')?.text).toBe('张示例');
    expect(one.serves.map(({ code }) => code)).toEqual([NEXT]);
    const changes = [cells(0, { 联系人: '李示例' }), cells(1, { 服务的村: '' }), cells(2)];
    expect(await bring(changes)).toMatchObject({ changed: 2, unchanged: 1 });
    expect((await named('名单服务点1')).serves).toEqual([]);
    expect((await named('名单服务点0')).version).toBe(2);
  });

  it('leaves what a file does not speak of, and empties what it leaves blank', async () => {
    const { 名称, 所在区划, 级别, 地址, 办理时间, 电话, 办什么, 开办日期 } = cells(0);
    const short = { 名称, 所在区划, 级别, 地址, 办理时间, 电话, 办什么, 开办日期, 无障碍条件: '' } as Record<
      string,
      string
    >;
    expect(await bring([short])).toMatchObject({ changed: 1 });
    const one = await named('名单服务点0');
    const text = (key: string) => one.fields.find((field) => field.key === key)?.text;
    expect([text('access'), text('contactName'), one.serves.length]).toEqual(['', '李示例', 1]);
  });

  it('takes villages by name, code and full name, and a town for all of its villages', async () => {
    const far = divisions.children(OTHER_TOWN)[0]?.code as string;
    await bring([
      cells(10, {
        服务的村: `${divisions.nameOf(NEXT)}、${VILLAGES[2]}；${divisions.pathOf(far)}、${divisions.nameOf(VILLAGE)}`,
      }),
      cells(11, { 服务的村: divisions.pathOf(TOWN) }),
    ]);
    expect((await named('名单服务点10')).serves.map(({ code }) => code)).toEqual([NEXT, VILLAGES[2], far].sort());
    expect((await named('名单服务点11')).serves).toHaveLength(VILLAGES.length - 1);
  });

  it('finds each wrong row with its row, column and code', async () => {
    const result = await bring([
      cells(100),
      cells(101, { 名称: '' }),
      cells(102, { 所在区划: '999999999' }),
      cells(103, { 级别: '省级' }),
      cells(104, { 级别: '乡镇街道', 所在区划: '640324000000' }),
      cells(105, { 电话: '8012345' }),
      cells(106, { 办什么: '治病' }),
      cells(107, { 办什么: '' }),
      cells(108, { 服务的村: '没有这个村' }),
      cells(109, { 服务的村: '360734100001' }),
      cells(110, { 开办日期: '3月1日' }),
      cells(111, { 地址: '找16100000001' }),
      cells(100),
    ]);
    expect(found(result)).toEqual([
      [3, '名称', 'REQUIRED'],
      [4, '所在区划', 'DIVISION_UNKNOWN'],
      [5, '级别', 'VALUE_NOT_IN_LIST'],
      [6, '所在区划', 'DIVISION_UNKNOWN'],
      [7, '电话', 'PHONE_FORMAT'],
      [8, '办什么', 'VALUE_NOT_IN_LIST'],
      [9, '办什么', 'REQUIRED'],
      [10, '服务的村', 'DIVISION_UNKNOWN'],
      [11, '服务的村', 'DIVISION_UNKNOWN'],
      [12, '开办日期', 'DATE_FORMAT'],
      [13, '地址', 'NUMBER_MISPLACED'],
      [14, '名称', 'DUPLICATE_IN_FILE'],
    ]);
    expect(result).toMatchObject({ rows: 13, new: 1, wrong: 12 });
    expect(JSON.stringify(result.problems)).not.toMatch(/没有这个村|16100000001/);
  });

  it('does not open a closed point again, but one of the name that opens later', async () => {
    await bring([cells(200)]);
    const { id } = await named('名单服务点200');
    await app.registers.save(officer, { id, version: 1, closedOn: '2026-10-31', closeReason: 'MOVED' });
    expect(found(await bring([cells(200)]))).toEqual([[2, '名称', 'DUPLICATE']]);
    expect(await bring([cells(200, { 开办日期: '2026-11-01' })])).toMatchObject({ new: 1, wrong: 0 });
    expect(await bring([cells(200, { 开办日期: '2026-11-01' })])).toMatchObject({ unchanged: 1 });
  });

  it('keeps to the region of who imports', async () => {
    const other = await bring([cells(300)], { scope: { divisionScope: '360734' } });
    expect(found(other)).toEqual([[2, '所在区划', 'DIVISION_UNKNOWN']]);
  });

  it('takes back what the list was taken away as, and finds nothing new in it', async () => {
    const { text } = await app.files.file(officer, KIND, { state: 'OPEN' });
    const rows = text.trim().split('\r\n').length - 1;
    const before = await database.dataSource.manager.count(RegisterReach);
    expect(await bringText(text)).toMatchObject({ rows, unchanged: rows, wrong: 0 });
    expect(await database.dataSource.manager.count(RegisterReach)).toBe(before);
  });

  it('hands out a template that its own reader takes', async () => {
    const path = join(folder, 'points.xlsx');
    writeFileSync(path, await templateOf(app.kinds.get('service-points')));
    const { result } = await app.direct.importFile('service-points', path, { dryRun: true });
    expect(result.problems.map(({ code }) => code)).toEqual(['FILE_EMPTY']);
  });
});
