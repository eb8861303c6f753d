using AbcdConnect.Infrastructure.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Infrastructure.Tests.Database;

public sealed class PasskeysTests
{
    [Theory]
    [InlineData(DatabaseSettings.Sqlite, "Data Source=nowhere.db")]
    [InlineData(DatabaseSettings.SqlServer, "Server=nowhere;Encrypt=true")]
    public void Passkeys_have_their_table_also_where_no_application_is_running(string provider, string connection)
    {
        var options = new DbContextOptionsBuilder<AbcdDbContext>();
        options.UseAbcd(new DatabaseSettings(provider, connection, "", 150, 100), new SqlitePragmas());
        using var db = AbcdDbContext.WithNobody(options.Options);

        db.Model.FindEntityType(typeof(IdentityUserPasskey<long>)).ShouldNotBeNull();
    }
}
