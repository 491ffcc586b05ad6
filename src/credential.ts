/** What a step signs in with. */
export type Credential =
  | { readonly kind: 'apiKey'; readonly publicKey: string; readonly privateKey: string }
  | { readonly kind: 'serviceAccount'; readonly clientId: string; readonly clientSecret: string }
  | { readonly kind: 'accessToken'; readonly accessToken: string };
