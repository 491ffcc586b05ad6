import { expect, test } from 'vitest';
import { parseZone } from '../../src/schedule/zone.ts';
import { ZONES } from './support.ts';

test.for([
  ['Europe/Berlin', { id: 'Europe/Berlin' }],
  ['europe/berlin', { id: 'Europe/Berlin' }],
  ['UTC', { id: 'UTC' }],
  ['utc', { id: 'UTC' }],
  ['EST', { id: 'America/Panama', alias: 'EST' }],
  ['est', { id: 'America/Panama', alias: 'est' }],
  ['US/Eastern', { id: 'America/New_York', alias: 'US/Eastern' }],
  ['GMT', { id: 'UTC', alias: 'GMT' }],
  ['Etc/UTC', { id: 'UTC', alias: 'Etc/UTC' }],
  ['Etc/GMT+5', { id: 'Etc/GMT+5' }],
  ['Asia/Kolkata', { id: 'Asia/Kolkata' }],
  ['asia/kolkata', { id: 'Asia/Kolkata' }],
  ['Asia/Calcutta', { id: 'Asia/Kolkata', alias: 'Asia/Calcutta' }],
  ['Europe/Kyiv', { id: 'Europe/Kyiv' }],
  ['Europe/Kiev', { id: 'Europe/Kyiv', alias: 'Europe/Kiev' }],
  ['America/Argentina/Buenos_Aires', { id: 'America/Argentina/Buenos_Aires' }],
  ['America/Buenos_Aires', { id: 'America/Argentina/Buenos_Aires', alias: 'America/Buenos_Aires' }],
] as const)('%s is a zone, shown under its name of today', ([text, zone]) => {
  expect(parseZone(text)).toEqual(zone);
});

test.for([
  'Mars/Olympus',
  'Berlin',
  'Europe/Berlin ',
  ' UTC',
  '',
  'UTC+5',
  'GMT+5',
  '+05:30',
  '-08',
  '+0530',
  'Z',
  'local',
  'Europe/Berlin[u-ca=iso8601]',
  'SystemV/EST5',
  // Names that the runtime takes for zones of its own choice: Bangladesh, Chicago, India.
  'BST',
  'CST',
  'IST',
  'PST',
])('%j is refused, never taken for another zone', text => {
  expect(() => parseZone(text)).toThrow(/is not a time zone that is known here/);
});

test.for([
  ['Europe/Berln', 'did you mean Europe/Berlin?'],
  ['UTX', 'did you mean UTC?'],
  // By its name of today.
  ['Europe/Kyv', 'did you mean Europe/Kyiv?'],
  ['Mars/Olympus', 'write an IANA name such as Europe/Berlin, America/New_York or UTC'],
] as const)('%j is told what to write instead', ([text, advice]) => {
  expect(() => parseZone(text)).toThrow(`"${text}" is not a time zone that is known here: ${advice}`);
});

test('every zone of the runtime can be written, and its shown name again', () => {
  for (const name of ZONES) {
    const { id } = parseZone(name);
    expect(parseZone(id)).toEqual({ id });
  }
});
