/**
 * A sentence for people: an English template that is its own translation key, and its parameters.
 * `{{name}}` in the template stands for `params.name`. Values out of a cluster are parameters and
 * are never translated.
 */
export type Message = {
  readonly id: string;
  readonly params: Readonly<Record<string, string | number>>;
};

/** Makes a message. The call's first argument is what `npm run i18n` extracts into `locales/`. */
export const say = (id: string, params: Message['params'] = {}): Message => ({ id, params });

/** The English rendering of a message. A parameter that is not given stays visible as `{{name}}`. */
export const english = ({ id, params }: Message): string =>
  id.includes('{{')
    ? id.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => {
        const value = Object.hasOwn(params, name) ? params[name] : undefined;
        return value === undefined ? whole : String(value);
      })
    : id;
