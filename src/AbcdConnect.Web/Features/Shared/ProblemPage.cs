using AbcdConnect.Web.Features.Access;

namespace AbcdConnect.Web.Features.Shared;

/// <summary>
/// What a person reads when something could not be done: what happened, and what they can do now. The return address is a
/// local one to go on from; home when there is none.
/// </summary>
public sealed record ProblemPage(string Title, string What, string WhatToDo, string? ReturnUrl = null)
{
    /// <summary>What was typed into the form that could not be saved.</summary>
    public KeptWords? Kept { get; init; }

    /// <summary>The same form may well be taken a little later: it can be sent again from this page.</summary>
    public bool CanTryAgain { get; init; }

    /// <summary>The form's own seal, as it came: the page asks nothing anew for it.</summary>
    public string? Seal { get; init; }
}
