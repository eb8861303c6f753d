using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Assets.Map;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Testing;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.Assets.Map;

public sealed class NoteOnWalkTests
{
    private static readonly byte[] Photo =
        [0xFF, 0xD8, 0xFF, 0xE1, 0, 8, .. "Exif53"u8, 0xFF, 0xC0, 0, 11, 8, 0, 48, 0, 64, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 1, 0xFF, 0xD9];

    [Fact]
    public async Task A_photo_and_a_kind_are_enough_and_it_stands_where_it_was_seen()
    {
        await using var database = await TestDatabase.Create();
        var sent = Guid.NewGuid();

        var id = await database.Send(new NoteOnWalk(AssetKind.Place, Latitude: 52.91, Longitude: 0.32, Photo: Photo) { SubmissionId = sent });

        (await database.Send(new NoteOnWalk(AssetKind.Place, Latitude: 52.91, Longitude: 0.32, Photo: Photo) { SubmissionId = sent })).ShouldBe(id);
        var seen = await database.Send(new ViewAsset(id));
        seen.Details.Name.ShouldBe("A place seen in Fernhill on 12 November 2026");
        seen.Neighbourhood.ShouldBe("Fernhill");
        (await database.Send(new FindNearest(52.91, 0.32))).ShouldHaveSingleItem().Id.ShouldBe(id);
        var photo = (await database.Send(new ListPhotos(id), database.Partner)).ShouldHaveSingleItem();
        (photo.Width, photo.Height).ShouldBe((64, 48));
        var file = await database.Send(new SeePhoto(id, photo.Id), database.Partner);
        file.MediaType.ShouldBe("image/jpeg");
        file.Content.AsSpan().IndexOf("Exif"u8).ShouldBe(-1);
        await Should.ThrowAsync<NotFoundException>(database.Send(new SeePhoto(new AssetId(id.Value + 1), photo.Id)));
        await database.Send(new RejectAsset(id));
        await Should.ThrowAsync<NotFoundException>(database.Send(new SeePhoto(id, photo.Id)));
    }

    [Fact]
    public async Task A_broken_photo_stores_nothing_and_nothing_at_all_is_refused()
    {
        await using var database = await TestDatabase.Create();

        (await Should.ThrowAsync<DomainRuleException>(database.Send(new NoteOnWalk(AssetKind.Place, "Bench", Photo: [1, 2, 3])))).Message.ShouldContain("JPEG or a PNG");
        (await Should.ThrowAsync<ValidationException>(database.Send(new NoteOnWalk(AssetKind.Place)))).Errors.ShouldHaveSingleItem().ErrorMessage.ShouldStartWith("Take a photo");
        (await Should.ThrowAsync<ValidationException>(database.Send(new NoteOnWalk(AssetKind.Individual, "Sheila")))).Errors.ShouldHaveSingleItem().PropertyName.ShouldBe("Kind");
        (await database.Db(db => db.Assets.AnyAsync())).ShouldBeFalse();
    }
}
