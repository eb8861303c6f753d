using AbcdConnect.Application.Meetings;

namespace AbcdConnect.Web.Features.Meetings.Actions;

internal static class WhatWasAgreed
{
    /// <summary>What an action says, as a first name for what it makes: whoever makes it knows a better one.</summary>
    public static string AsName(ActionRow action) => action.Text.Length <= Domain.Common.Words.LongestLine ? action.Text : action.Text[..Domain.Common.Words.LongestLine];
}
