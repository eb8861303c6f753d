using System.Xml.Linq;
using AbcdConnect.Infrastructure.Database;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AbcdConnect.Infrastructure.Access;

/// <summary>Keeps the keys that seal cookies and forms with the data they protect: a restored backup, a second server and a
/// restart all go on reading what was sealed before. (The package that does this for EF is not served.)</summary>
internal sealed class KeysInDatabase(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AbcdDbContext>();
        return [.. db.ProtectionKeys.AsNoTracking().OrderBy(k => k.Id).Select(k => k.Xml).ToList().Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AbcdDbContext>();
        db.ProtectionKeys.Add(new ProtectionKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        // Data protection asks without awaiting, a few times a year.
        Task.Run(() => db.SaveChangesAsync()).GetAwaiter().GetResult();
    }
}
