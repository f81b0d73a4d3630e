import { graphql } from "../graphql/graphql.ts";

export const signInOptionsQuery = graphql(`
  query SignInOptions {
    signInOptions {
      sendsMail
      providerName
      minimumPasswordLength
    }
  }
`);

export const signInMutation = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      viewer {
        kind
      }
    }
  }
`);

export const requestSignInLinkMutation = graphql(`
  mutation RequestSignInLink($input: RequestSignInLinkInput!) {
    requestSignInLink(input: $input) {
      requested
    }
  }
`);

export const completeSetUpMutation = graphql(`
  mutation CompleteSetUp($input: CompleteSetUpInput!) {
    completeSetUp(input: $input) {
      viewer {
        kind
      }
    }
  }
`);

export const confirmEmailMutation = graphql(`
  mutation ConfirmEmail($input: ConfirmEmailInput!) {
    confirmEmail(input: $input) {
      email
    }
  }
`);

export const accountQuery = graphql(`
  query Account {
    signInOptions {
      sendsMail
      providerName
      minimumPasswordLength
    }
    viewer {
      kind
      displayName
      account {
        email
        emailConfirmed
        hasPassword
        asksForPassword
        usesProvider
        isAdministrator
      }
      sessions {
        id
        device
        startedBy
        startedAt
        lastSeenAt
        isCurrent
      }
    }
  }
`);

export const changeNameMutation = graphql(`
  mutation ChangeName($input: ChangeNameInput!) {
    changeName(input: $input) {
      viewer {
        displayName
      }
    }
  }
`);

export const changeEmailMutation = graphql(`
  mutation ChangeEmail($input: ChangeEmailInput!) {
    changeEmail(input: $input) {
      confirmationSent
    }
  }
`);

export const changePasswordMutation = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      endedSessions
    }
  }
`);

export const endSessionMutation = graphql(`
  mutation EndSession($input: EndSessionInput!) {
    endSession(input: $input) {
      viewer {
        kind
      }
    }
  }
`);

export const endOtherSessionsMutation = graphql(`
  mutation EndOtherSessions {
    endOtherSessions {
      ended
    }
  }
`);
