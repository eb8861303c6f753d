using AbcdConnect.Domain.Access;
using AbcdConnect.Web.Tests.Access;

namespace AbcdConnect.Web.Tests.Mail;

public sealed class MailRoutes : IFeatureRoutes
{
    public IReadOnlyList<RouteRow> Rows { get; } =
    [
        new("GET", "letters", "/letters", Role.Coordinator, Role.Administrator),
        new("POST", "letters/{id:long}/again", "/letters/999/again", Role.Coordinator, Role.Administrator),
    ];
}
