using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AbcdConnect.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class SeriesDays : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "SeriesDay",
                table: "Meetings",
                type: "date",
                nullable: true);

            // Where the meetings of a series that are there already stand is the day they were planned for, as far as anybody knows.
            migrationBuilder.Sql("EXEC(N'UPDATE Meetings SET SeriesDay = HeldOn WHERE SeriesId IS NOT NULL')");

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_SeriesId_SeriesDay",
                table: "Meetings",
                columns: new[] { "SeriesId", "SeriesDay" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Meetings_SeriesId_SeriesDay",
                table: "Meetings");

            migrationBuilder.DropColumn(
                name: "SeriesDay",
                table: "Meetings");
        }
    }
}
