declare module "govuk-frontend" {
  type ComponentClass = new (root: HTMLElement) => object;
  export const CharacterCount: ComponentClass;
  export const Checkboxes: ComponentClass;
  export const ErrorSummary: ComponentClass;
  export const PasswordInput: ComponentClass;
  export const Radios: ComponentClass;
  export const SkipLink: ComponentClass;
  export function createAll(component: ComponentClass): object[];
}
