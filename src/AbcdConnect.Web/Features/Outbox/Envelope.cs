using System.Globalization;
using AbcdConnect.Domain.Common;

namespace AbcdConnect.Web.Features.Outbox;

/// <summary>A form that was kept on a phone and is posted by its script. The phone says so in a header, which no form can: the
/// answer is then for the script, and dates are read as on the day of writing.</summary>
internal static class Envelope
{
    /// <summary>Holds the envelope's number.</summary>
    public const string Header = "X-Envelope";

    /// <summary>Holds how long ago it was written, in seconds by the phone's own clock.</summary>
    public const string AgeHeader = "X-Envelope-Age";

    private const long OldestSeconds = 60L * 24 * 3600;

    public static bool Is(HttpRequest request) => request.Headers.ContainsKey(Header);

    /// <summary>The day on which what is read was written: "yesterday" is the day before that.</summary>
    public static DateOnly WrittenOn(HttpRequest request, TimeProvider clock) =>
        Is(request) && long.TryParse(request.Headers[AgeHeader], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= OldestSeconds
            ? UkTime.DateOf(clock.GetUtcNow().AddSeconds(-seconds))
            : clock.Today();
}
