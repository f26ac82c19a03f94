// Where items come from.
export interface Given {
  readonly published: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly title: string | null;
  readonly id: string | null;
}

export interface Item {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly form: 'text' | 'html';
  readonly given: Given;
}
