// Which programme templates there are. The templates themselves are large and ship as a data file, read only when needed.

export const CATALOGUE: readonly { readonly id: string; readonly title: string }[] = [
  { id: 'vremya-rosta', title: 'Время роста' },
  { id: 'digcompedu', title: 'Цифровые компетенции педагога' },
];
