// What a link to a form leads to: the editor (by which the form can be read), the answers' page, or something else.

export type FormLink =
  | { readonly kind: 'form'; readonly formId: string }
  /** Where people answer: the form's id does not stand in it. */
  | { readonly kind: 'answers' }
  /** `forms.gle/…`: leads to where people answer. */
  | { readonly kind: 'short' }
  | { readonly kind: 'other' };

export function formLink(text: string): FormLink {
  const link = text.trim();
  if (/^https?:\/\/forms\.gle\//i.test(link)) return { kind: 'short' };
  const path = /^(?:https?:\/\/)?docs\.google\.com\/(?:a\/[^/\s]+\/)?forms\/(?:u\/\d+\/)?d\/(\S*)$/i.exec(link)?.[1];
  if (path === undefined) return { kind: 'other' };
  if (/^e\//.test(path)) return { kind: 'answers' };
  const formId = /^([\w-]{20,})(?:[/?#]|$)/.exec(path)?.[1];
  return formId === undefined ? { kind: 'other' } : { kind: 'form', formId };
}
