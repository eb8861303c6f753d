using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AbcdConnect.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class TheWorkersDay : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Gifts_ProgrammeId_HeardOn_Id",
                table: "Gifts");

            migrationBuilder.CreateIndex(
                name: "IX_MonthlyMetrics_ProgrammeId_Scope_Month_Part",
                table: "MonthlyMetrics",
                columns: new[] { "ProgrammeId", "Scope", "Month", "Part" });

            migrationBuilder.CreateIndex(
                name: "IX_Gifts_ProgrammeId_HeardOn_Id_PersonId_Direction_Kind_TermId",
                table: "Gifts",
                columns: new[] { "ProgrammeId", "HeardOn", "Id", "PersonId", "Direction", "Kind", "TermId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_MonthlyMetrics_ProgrammeId_Scope_Month_Part",
                table: "MonthlyMetrics");

            migrationBuilder.DropIndex(
                name: "IX_Gifts_ProgrammeId_HeardOn_Id_PersonId_Direction_Kind_TermId",
                table: "Gifts");

            migrationBuilder.CreateIndex(
                name: "IX_Gifts_ProgrammeId_HeardOn_Id",
                table: "Gifts",
                columns: new[] { "ProgrammeId", "HeardOn", "Id" });
        }
    }
}
