namespace AbcdConnect.Web.Features.Shared;

/// <summary>
/// What the framework notes of requests and statements is kept out of every log, however much of it a setting asks for: addresses hold
/// what somebody searched for, headers a cookie, statements and the errors of a database the very values that were being saved.
/// What we note ourselves is in <see cref="Failures"/>.
/// </summary>
internal static class QuietLog
{
    // The longest that fits holds.
    private static readonly (string Category, LogLevel From)[] Quiet =
    [
        ("Microsoft.EntityFrameworkCore.Update", LogLevel.None),
        ("Microsoft.EntityFrameworkCore.Query", LogLevel.None),
        ("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None),
        ("Microsoft.EntityFrameworkCore", LogLevel.Warning),
        ("Microsoft.AspNetCore.DataProtection", LogLevel.Error),
        ("Microsoft.AspNetCore", LogLevel.Warning),
        ("Microsoft.Extensions.Http", LogLevel.Warning),
        ("System.Net.Http", LogLevel.Warning),
        ("Quartz", LogLevel.Warning),
    ];

    public static IServiceCollection AddQuietLog(this IServiceCollection services) => services.PostConfigure<LoggerFilterOptions>(options =>
    {
        // Every rule asks here as well, since which of them holds is the settings' to say: one for a provider goes before all others.
        var rules = options.Rules.ToList();
        options.Rules.Clear();
        foreach (var rule in rules.Prepend(new LoggerFilterRule(null, null, options.MinLevel, null)))
        {
            options.Rules.Add(new LoggerFilterRule(
                rule.ProviderName,
                rule.CategoryName,
                rule.LogLevel,
                (provider, category, level) => MayBeNoted(category, level) && rule.Filter?.Invoke(provider, category, level) != false));
        }
    });

    internal static bool MayBeNoted(string? category, LogLevel level)
    {
        foreach (var (quiet, from) in Quiet)
        {
            if (category is not null && category.StartsWith(quiet, StringComparison.Ordinal) && (category.Length == quiet.Length || category[quiet.Length] == '.'))
            {
                return level >= from && from != LogLevel.None;
            }
        }

        return true;
    }
}
