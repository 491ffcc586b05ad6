/** What others read of the action: the Marketplace its `action.yml`, tools for workflows its `action-types.yml`. */
import { describe, expect, test } from 'vitest';
import { readActionFile, readActionTypes } from '../../sandbox/actionFile.ts';

const action = readActionFile();
const types = readActionTypes();

describe('the Marketplace takes', () => {
  test('a name, and a description of fewer than 125 characters', () => {
    expect(action.name).toMatch(/^[\w -]{1,60}$/);
    expect(action.description.length).toBeLessThan(125);
  });

  test('the icon and its colour', () => {
    // Of its icons only those that say something of a gate; `npm run lint:workflows` knows the whole list.
    expect(['shield', 'lock', 'clock', 'calendar', 'alert-octagon']).toContain(action.branding.icon);
    const colours = ['white', 'black', 'yellow', 'blue', 'green', 'orange', 'red', 'purple', 'gray-dark'];
    expect(colours).toContain(action.branding.color);
  });
});

describe.each(['inputs', 'outputs'] as const)('the types of the %s', kind => {
  test('are there for each, in the order of action.yml', () => {
    expect(Object.keys(types[kind])).toEqual(Object.keys(action[kind]));
  });

  test.each(Object.entries(types[kind]))('%s: fit its description and default', (name, type) => {
    const { description = '', default: value }: { description?: string; default?: string } =
      action[kind][name] ?? {};
    if (type.type === 'enum') {
      // The words in code that are neither the operation it is for, nor another input, nor a setting.
      const told = [...description.replace(/^`\w+`: /, '').matchAll(/`(\w+)`/g)]
        .map(([, word = '']) => word)
        .filter(word => !Object.hasOwn(action.inputs, word) || type['allowed-values'].includes(word));
      expect(new Set(type['allowed-values'])).toEqual(new Set(told));
      if (value !== undefined) expect(type['allowed-values']).toContain(value);
    }
    if (type.type === 'boolean') {
      expect(description).toContain('`true`');
      expect(['true', 'false', undefined]).toContain(value);
    }
    if (type.type === 'integer' && value !== undefined) expect(value).toMatch(/^\d+$/);
  });
});
