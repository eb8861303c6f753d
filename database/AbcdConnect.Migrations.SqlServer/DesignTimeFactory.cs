using AbcdConnect.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace AbcdConnect.Migrations.SqlServer;

/// <summary>Lets <c>dotnet ef</c> make migrations without a running application or a database.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<AbcdDbContext>
{
    public AbcdDbContext CreateDbContext(string[] args)
    {
        var settings = new DatabaseSettings(DatabaseSettings.SqlServer, "Server=localhost;Database=AbcdConnect;Encrypt=true", "", 150, 100);
        var options = new DbContextOptionsBuilder<AbcdDbContext>();
        options.UseAbcd(settings, new SqlitePragmas());
        return AbcdDbContext.WithNobody(options.Options);
    }
}
