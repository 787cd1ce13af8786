import { TeamPage } from "@kit/team/team-page";

export const Team = () => <TeamPage />;
