using AbcdConnect.Domain.Access;

namespace AbcdConnect.Web.Features.Reports;

/// <summary>Whom a coordinator asks to look at a report.</summary>
public sealed class AskForm
{
    public long? Of { get; init; }

    public long Version { get; init; }

    public UserId? Asked => Of is { } id ? new UserId(id) : null;
}
