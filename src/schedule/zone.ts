import { Complaint } from '../complaint.ts';
import { nearest } from '../nearest.ts';
import { quoted } from '../text.ts';
import type { CarriedRules } from './carriedRules.ts';
import { carriedName } from './offsets.ts';

/** A time zone that the runtime knows, or the rules that the action carries. */
export interface Zone {
  /** The name by which the IANA database lists it today. */
  readonly id: string;
  /** What was written, when that is another name of the same zone. */
  readonly alias?: string;
}

/**
 * Reads the name of a zone, in any case.
 * @throws {Complaint} a phrase, when it is not an IANA name or nobody here knows it
 */
export function parseZone(text: string, carried?: CarriedRules): Zone {
  const canonical = RUNTIME_ONLY.test(text) ? undefined : (canonicalId(text) ?? carriedName(text, carried));
  if (canonical === undefined) {
    const meant = nearest(text, knownZones());
    throw new Complaint(
      `${quoted(text)} is not a time zone that is known here: ${meant === undefined ? 'write an IANA name such as Europe/Berlin, America/New_York or UTC' : `did you mean ${meant}?`}`,
    );
  }
  const id = ianaName(canonical);
  return id.toLowerCase() === text.toLowerCase() ? { id } : { id, alias: text };
}

const ianaName = (canonical: string) => IANA_NAMES[canonical] ?? canonical;

/** For a suggestion, so that old names need not be among them. */
const knownZones = () => ['UTC', ...Intl.supportedValuesOf('timeZone').map(ianaName)];

/** What the runtime said: facts that do not change while a process lives, and that it takes long to tell. */
const canonicalIds = new Map<string, string | undefined>();

function canonicalId(text: string): string | undefined {
  if (!canonicalIds.has(text)) canonicalIds.set(text, lookUp(text));
  return canonicalIds.get(text);
}

function lookUp(text: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/**
 * What ICU takes for a zone and IANA does not: offsets, which follow no rules, and inventions such as
 * `BST`, which is Bangladesh there.
 */
const RUNTIME_ONLY =
  /^([+-].*|systemv\/.*|(ac|ae|ag|ar|as|be|bs|ca|cn|cs|ct|ea|ec|ie|is|js|mi|ne|ns|pl|pn|pr|ps|ss|vs)t)$/i;

/**
 * The runtime keeps the name that a zone had when Unicode's CLDR first listed it. These are the zones that
 * IANA has renamed since (the `iana` attributes of CLDR's timezone.xml).
 */
const IANA_NAMES: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};
