/** What an account may do: write, read, or nothing, as it is a member of no project. */
export type Role = 'owner' | 'readOnly' | 'outsider';

/** The three ways to sign in as one account. */
export interface Account {
  role: Role;
  publicKey: string;
  privateKey: string;
  clientId: string;
  clientSecret: string;
  /** Valid from the beginning and for ever, unless it is revoked. */
  accessToken: string;
}

/** Fixed values, so that they can be typed and searched for. Worth nothing anywhere else. */
export const accounts: Record<Role, Account> = {
  owner: {
    role: 'owner',
    publicKey: 'ownerkey',
    privateKey: 'f00dcafe-0001-4000-8000-5a9db0c50001',
    clientId: 'mdb_sa_id_5a9db0c50000000000000001',
    clientSecret: 'mdb_sa_sk_sandbox-owner-worthless-anywhere-else',
    accessToken: 'eyJzYW5kYm94Ijoib3duZXIifQ.worthless-owner.token',
  },
  readOnly: {
    role: 'readOnly',
    publicKey: 'readonly',
    privateKey: 'f00dcafe-0002-4000-8000-5a9db0c50002',
    clientId: 'mdb_sa_id_5a9db0c50000000000000002',
    clientSecret: 'mdb_sa_sk_sandbox-reader-worthless-anywhere-else',
    accessToken: 'eyJzYW5kYm94IjoicmVhZGVyIn0.worthless-reader.token',
  },
  outsider: {
    role: 'outsider',
    publicKey: 'outsider',
    privateKey: 'f00dcafe-0003-4000-8000-5a9db0c50003',
    clientId: 'mdb_sa_id_5a9db0c50000000000000003',
    clientSecret: 'mdb_sa_sk_sandbox-outsider-worthless-anywhere-else',
    accessToken: 'eyJzYW5kYm94Ijoib3V0c2lkZXIifQ.worthless-outsider.token',
  },
};

export const everyAccount: Account[] = Object.values(accounts);
