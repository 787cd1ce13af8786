export interface Member {
  id: string;
  name: string;
  contact: string;
  role: string;
  since: string;
  is_you: boolean;
}

export interface Letter {
  id: string;
  place: string;
  role: string;
  role_words: Words;
  invited_by: string;
  sent_to: string;
  expires_at: string;
}

export interface Invitation extends Letter {
  sent_at: string;
  is_over: boolean;
}

export interface Words {
  en: string;
  hi: string;
}

export interface Role extends Words {
  code: string;
  permissions: string[];
  can_grant: boolean;
}

export interface Roles {
  roles: Role[];
  permissions: (Words & { code: string })[];
}

export interface Look {
  id: string;
  by: string;
  side: string;
  reason: string;
  started_at: string;
  ended_at: string | null;
  requests: number;
}
