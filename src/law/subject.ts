/** The kinds of things of the record that can be asked about by name. */
export type SubjectKind =
  | 'instrument'
  | 'norm'
  | 'rule'
  | 'regime'
  | 'event'
  | 'point'
  | 'position'
  | 'list'
  | 'goods'
  | 'state';

/** One thing of the record; a provision is its instrument's. */
export type Subject =
  | { readonly kind: SubjectKind; readonly id: string }
  | { readonly kind: 'provision'; readonly id: string; readonly at: string };
