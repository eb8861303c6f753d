using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AbcdConnect.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class BusesSeriesAndPictures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Assets_ProgrammeId_NeighbourhoodId_CategoryId_Id",
                table: "Assets");

            migrationBuilder.AddColumn<string>(
                name: "Picture",
                table: "Stories",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PictureShows",
                table: "Stories",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FollowUps",
                table: "Programmes",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "AgendaItemId",
                table: "Decisions",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "BusStops",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    TimetableId = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    MapX = table.Column<int>(type: "int", nullable: false),
                    MapY = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BusStops", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BusStops_ImportBatches_TimetableId",
                        column: x => x.TimetableId,
                        principalTable: "ImportBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StoryPictures",
                columns: table => new
                {
                    StoryId = table.Column<long>(type: "bigint", nullable: false),
                    ProgrammeId = table.Column<long>(type: "bigint", nullable: false),
                    MediaType = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Width = table.Column<int>(type: "int", nullable: false),
                    Height = table.Column<int>(type: "int", nullable: false),
                    Content = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoryPictures", x => x.StoryId);
                    table.ForeignKey(
                        name: "FK_StoryPictures_Stories_StoryId",
                        column: x => x.StoryId,
                        principalTable: "Stories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "BusRides",
                columns: table => new
                {
                    FromId = table.Column<long>(type: "bigint", nullable: false),
                    ToId = table.Column<long>(type: "bigint", nullable: false),
                    Minutes = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BusRides", x => new { x.FromId, x.ToId });
                    table.ForeignKey(
                        name: "FK_BusRides_BusStops_FromId",
                        column: x => x.FromId,
                        principalTable: "BusStops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Assets_ProgrammeId_NeighbourhoodId_CategoryId_Id_Kind_MergedInto_RejectedOn_ClosedOn",
                table: "Assets",
                columns: new[] { "ProgrammeId", "NeighbourhoodId", "CategoryId", "Id", "Kind", "MergedInto", "RejectedOn", "ClosedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_BusStops_TimetableId_MapY_MapX",
                table: "BusStops",
                columns: new[] { "TimetableId", "MapY", "MapX" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BusRides");

            migrationBuilder.DropTable(
                name: "StoryPictures");

            migrationBuilder.DropTable(
                name: "BusStops");

            migrationBuilder.DropIndex(
                name: "IX_Assets_ProgrammeId_NeighbourhoodId_CategoryId_Id_Kind_MergedInto_RejectedOn_ClosedOn",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "Picture",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "PictureShows",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "FollowUps",
                table: "Programmes");

            migrationBuilder.DropColumn(
                name: "AgendaItemId",
                table: "Decisions");

            migrationBuilder.CreateIndex(
                name: "IX_Assets_ProgrammeId_NeighbourhoodId_CategoryId_Id",
                table: "Assets",
                columns: new[] { "ProgrammeId", "NeighbourhoodId", "CategoryId", "Id" });
        }
    }
}
