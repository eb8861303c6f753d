using AbcdConnect.Application.OpenReferral;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AbcdConnect.Web.Tests.OpenReferral;

/// <summary>What one programme shares, another takes over as it was.</summary>
public sealed class RoundTripTests
{
    [Fact]
    public async Task What_goes_out_comes_in_again_elsewhere_and_nothing_comes_back_to_where_it_was()
    {
        await using var map = await SharedMap.Open();
        var choirs = new AssetCategory { Kind = AssetKind.Association, Name = "Choir or music group" };
        await map.Database.Add(choirs);
        await map.Add("Fernhill Singers", AssetKind.Association, d => d with
        {
            CategoryId = choirs.Id,
            Description = "Everybody welcome",
            Address = "1 Hill Street",
            Postcode = "ZZ1 1AA",
            Latitude = 52.91,
            Longitude = 0.32,
            OpeningTimes = "Thursdays, 7pm to 9pm",
            Cost = "£2",
            Languages = "English;Bengali",
            Access = "Step-free",
            Email = "hello@singers.example",
            Website = "https://singers.example/",
            Hours = [new OpenSession(DayOfWeek.Thursday, new TimeOnly(19, 0), new TimeOnly(21, 0))],
        });
        await map.Add("The long bench", AssetKind.Place);
        await using var elsewhere = await TestDatabase.Create(services => services.AddSingleton<IWebPages>(new Pages(map.Anybody)));
        await elsewhere.Add(new AssetCategory { Kind = AssetKind.Association, Name = "Choir or music group" });

        var result = await elsewhere.Send(new ImportOpenReferral($"https://localhost{SharedMap.Api}"), elsewhere.Coordinator);

        result.Counts.Added.ShouldBe(2);
        var singers = await elsewhere.Db(db => db.Assets.Include(a => a.Hours).SingleAsync(a => a.Name == "Fernhill Singers"));
        (singers.Kind, singers.Description, singers.Postcode, singers.Latitude, singers.Longitude, singers.OpeningTimes, singers.Cost, singers.Access, singers.Email, singers.Website)
            .ShouldBe((AssetKind.Association, "Everybody welcome", "ZZ1 1AA", 52.91, 0.32, "Thursdays, 7pm to 9pm", "£2", "Step-free", "hello@singers.example", "https://singers.example/"));
        singers.Languages.ShouldBe("English; Bengali");
        singers.Hours.Select(h => h.Times).ShouldBe([new OpenSession(DayOfWeek.Thursday, new TimeOnly(19, 0), new TimeOnly(21, 0))]);
        (await elsewhere.Db(db => db.AssetCategories.SingleAsync(c => c.Id == singers.CategoryId))).Name.ShouldBe("Choir or music group");
        (await elsewhere.Send(new ImportOpenReferral($"https://localhost{SharedMap.Api}", Everything: true), elsewhere.Coordinator)).Counts.Same.ShouldBe(2);

        // A regional directory may give our own entries back to us.
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(await map.Anybody.Read(SharedMap.Api + "/services")));
        (await map.Database.Send(new ImportOpenReferral("regional.json", file), map.Database.Coordinator)).Counts.ShouldBe(new ImportCounts(Rows: 2, Added: 0, Changed: 0, Same: 2, Rejected: 0, Placed: 2, Unplaced: 0));
    }

    private sealed class Pages(TestBrowser browser) : IWebPages
    {
        public async Task<byte[]> Read(Uri address, CancellationToken token) => System.Text.Encoding.UTF8.GetBytes(await browser.Read(address.PathAndQuery));
    }
}
