namespace AbcdConnect.Web.Features.Shared;

/// <summary>A page around a form. The form is the view's model, so that its fields are named as they are bound; the rest of the
/// page is in ViewData under <see cref="AbcdController.Around"/>.</summary>
internal abstract record FormPage<TForm>(TForm Form)
    where TForm : class
{
    /// <summary>Set where somebody else saved first: both versions.</summary>
    public EditConflict? Conflict { get; init; }
}
