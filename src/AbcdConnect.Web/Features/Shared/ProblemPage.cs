namespace AbcdConnect.Web.Features.Shared;

/// <summary>
/// What a person reads when something could not be done: what happened, and what they can do now. The return address is a
/// local one to go on from; home when there is none.
/// </summary>
public sealed record ProblemPage(string Title, string What, string WhatToDo, string? ReturnUrl = null);
