using System.Globalization;
using System.Text.RegularExpressions;

namespace AbcdConnect.Web.Features.Shared.Forms;

/// <summary>
/// Reads a time as people type it: 2pm, 2.30 pm, 14:00, 1430, noon. Without am or pm, one to six are in the afternoon,
/// nine to twelve as they stand, and seven and eight, which could be either, are asked about; 07:00 is the morning.
/// </summary>
internal static partial class UkTimeParser
{
    private static readonly Understood<TimeOnly> NotATime = Understood<TimeOnly>.Not("Enter a time such as 2pm or 14:30");

    public static Understood<TimeOnly> Read(string? text)
    {
        var words = (text ?? "").Trim().ToLowerInvariant();
        switch (words)
        {
            case "":
                return default;
            case "noon" or "midday" or "12 noon":
                return new TimeOnly(12, 0);
            case "midnight" or "12 midnight":
                return TimeOnly.MinValue;
        }

        if (words.Length > 20 || Typed().Match(words) is not { Success: true } typed)
        {
            return NotATime;
        }

        var hourText = typed.Groups["hour"].Value;
        var hour = int.Parse(hourText, CultureInfo.InvariantCulture);
        var minute = typed.Groups["minute"].Success ? int.Parse(typed.Groups["minute"].Value, CultureInfo.InvariantCulture) : 0;
        if (hour > 23 || minute > 59)
        {
            return NotATime;
        }

        if (typed.Groups["half"].Success)
        {
            var afternoon = typed.Groups["half"].Value[0] == 'p';
            return hour is < 1 or > 12 ? NotATime : new TimeOnly((hour % 12) + (afternoon ? 12 : 0), minute);
        }

        if (hourText.Length == 2 || hour is 0 or 9)
        {
            return new TimeOnly(hour, minute);
        }

        if (hour is 7 or 8)
        {
            return Understood<TimeOnly>.Not(string.Create(CultureInfo.InvariantCulture, $"Say whether it is {hour}am or {hour}pm"));
        }

        return new TimeOnly(hour + 12, minute);
    }

    [GeneratedRegex(@"^(?<hour>\d{1,2})(?:[:.]?(?<minute>\d{2}))?(?::\d{2})? ?(?<half>[ap](?:\.?m\.?)?)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Typed();
}
