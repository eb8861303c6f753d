using AbcdConnect.Domain.Access;

namespace AbcdConnect.Web.Tests.Access;

public sealed class AccessRoutes : IFeatureRoutes
{
    private static readonly Role[] Everybody = Enum.GetValues<Role>();

    public IReadOnlyList<RouteRow> Rows { get; } =
    [
        new("GET", "sign-in", "/sign-in", null),
        new("POST", "sign-in", "/sign-in", null),
        new("POST", "sign-in/passkey/options", "/sign-in/passkey/options", null),
        new("POST", "sign-in/passkey", "/sign-in/passkey", null),
        new("GET", "sign-out", "/sign-out", null),
        new("POST", "sign-out", "/sign-out", null),
        new("GET", "account", "/account", Everybody),
        new("GET", "account/password", "/account/password", Everybody),
        new("POST", "account/password", "/account/password", Everybody),
        new("POST", "account/passkeys/options", "/account/passkeys/options", Everybody),
        new("POST", "account/passkeys", "/account/passkeys", Everybody),
        new("POST", "account/passkeys/remove", "/account/passkeys/remove", Everybody),
        new("POST", "account/devices/{device:long}/revoke", "/account/devices/999/revoke", Everybody),
        new("GET", "users", "/users", Role.Administrator),
        new("GET", "users.csv", "/users.csv", Role.Administrator),
        new("GET", "users/new", "/users/new", Role.Administrator),
        new("POST", "users/new", "/users/new", Role.Administrator),
        new("GET", "users/{id:long}", "/users/1", Role.Administrator),
        new("POST", "users/{id:long}", "/users/1", Role.Administrator),
        new("POST", "users/{id:long}/password", "/users/999/password", Role.Administrator),
        new("POST", "users/{id:long}/lock", "/users/999/lock", Role.Administrator),
        new("POST", "users/{id:long}/unlock", "/users/999/unlock", Role.Administrator),
        new("POST", "users/{id:long}/leave", "/users/999/leave", Role.Administrator),
        new("POST", "users/{id:long}/return", "/users/999/return", Role.Administrator),
        new("POST", "users/{id:long}/devices/{device:long}/revoke", "/users/999/devices/999/revoke", Role.Administrator),
        new("GET", "audit", "/audit", Role.Administrator),
        new("GET", "audit.csv", "/audit.csv", Role.Administrator),
        new("POST", "audit/verify", "/audit/verify", Role.Administrator),
        new("GET", "pattern-library", "/pattern-library", null),
        new("POST", "pattern-library", "/pattern-library", null),
        new("GET", "pattern-library/suggest", "/pattern-library/suggest", null),
        new("GET", "accessibility", "/accessibility", null),
        new("GET", "privacy", "/privacy", null),
    ];
}
