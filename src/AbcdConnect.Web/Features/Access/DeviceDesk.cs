using System.Globalization;
using System.Security.Claims;
using AbcdConnect.Domain.Access;
using AbcdConnect.Infrastructure.Access;
using AbcdConnect.Infrastructure.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Web.Features.Access;

/// <summary>Remembers in which browser somebody signs in, so that a lost one can be signed out for good. The sign-in itself carries
/// the device: taking a cookie away does not free it.</summary>
public sealed class DeviceDesk(SignInManager<AbcdUser> signIn, AbcdDbContext db, IWebHostEnvironment environment, TimeProvider clock)
{
    internal const string Claim = "device";

    private const string Cookie = "abcd-device";
    private const int DaysUnused = 30;

    /// <summary>Signs somebody in who has shown who they are.</summary>
    /// <param name="how">By password (pwd) or passkey (hwk).</param>
    public async Task LetInAsync(AbcdUser user, string how, CancellationToken token)
    {
        var device = await ArriveAsync(new UserId(user.Id), token);
        await signIn.SignInWithClaimsAsync(user, isPersistent: false, [new Claim(ClaimTypes.AuthenticationMethod, how), new Claim(Claim, device.Id.ToString())]);
    }

    /// <summary>What a browser may know of a device that was used in it. A member kept out for a time: held. Revoked, left or
    /// not known: gone.</summary>
    public async Task<DeviceStanding> StandingAsync(Guid device, CancellationToken token) =>
        await db.Devices.AsNoTracking().Where(d => d.PublicId == device && d.RevokedAt == null)
            .SelectMany(d => db.Members.Where(m => m.Id == d.UserId).Select(m => new { m.LeftOn, m.LockedOn }))
            .SingleOrDefaultAsync(token) switch
        {
            null or { LeftOn: not null } => DeviceStanding.Gone,
            { LockedOn: not null } => DeviceStanding.Held,
            _ => DeviceStanding.Stands,
        };

    private async Task<Device> ArriveAsync(UserId user, CancellationToken token)
    {
        var http = signIn.Context;
        var now = clock.GetUtcNow();
        var known = Guid.TryParse(http.Request.Cookies[Cookie], out var browser);
        if (!known)
        {
            browser = Guid.NewGuid();
        }

        http.Response.Cookies.Append(Cookie, browser.ToString("N"), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps || !environment.IsDevelopment(),
            MaxAge = TimeSpan.FromDays(400),
        });
        var before = now.AddDays(-DaysUnused);
        db.Devices.RemoveRange(await db.Devices.Where(d => d.UserId == user && d.LastSeenAt < before && d.Secret == null).Take(50).ToListAsync(token));
        var device = known ? await db.Devices.OrderByDescending(d => d.LastSeenAt).FirstOrDefaultAsync(d => d.UserId == user && d.Browser == browser && d.RevokedAt == null, token) : null;
        if (device is null)
        {
            device = Device.Arrive(user, browser, BrowserName.Of(http.Request.Headers.UserAgent.ToString()), now);
            db.Devices.Add(device);
        }

        device.Seen(now);
        await db.SaveChangesAsync(token);
        return device;
    }
}

public enum DeviceStanding
{
    Stands,
    Held,
    Gone,
}

internal static class DeviceOfUser
{
    /// <summary>The device that somebody signed in on; null for a sign-in older than devices.</summary>
    public static DeviceId? Device(this ClaimsPrincipal user) =>
        long.TryParse(user.FindFirstValue(DeviceDesk.Claim), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new DeviceId(id) : null;
}

/// <summary>What somebody would call the browser they are using, out of what it says of itself.</summary>
internal static class BrowserName
{
    // The order matters: most browsers also claim to be some of those after them.
    private static readonly (string Sign, string Name)[] Browsers = [("Edg", "Edge"), ("SamsungBrowser", "Samsung Internet"), ("OPR/", "Opera"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari")];
    private static readonly (string Sign, string Name)[] Systems = [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "a Mac"), ("CrOS", "a Chromebook"), ("Linux", "Linux")];

    public static string Of(string userAgent)
    {
        string? Find((string Sign, string Name)[] known) => Array.Find(known, k => userAgent.Contains(k.Sign, StringComparison.Ordinal)).Name;
        return $"{Find(Browsers) ?? "A browser"} on {Find(Systems) ?? "a device"}";
    }
}
