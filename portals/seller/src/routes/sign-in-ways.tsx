export { SignInWays } from "@kit/auth/sign-in-ways";
