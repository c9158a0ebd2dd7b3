using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Booking.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class WaitingListLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "EntryId",
                table: "Messages",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Offers_MadeAt",
                table: "Offers",
                column: "MadeAt");

            migrationBuilder.CreateIndex(
                name: "IX_Messages_EntryId",
                table: "Messages",
                column: "EntryId",
                filter: "EntryId IS NOT NULL");

            migrationBuilder.AddForeignKey(
                name: "FK_Messages_WaitingEntries_EntryId",
                table: "Messages",
                column: "EntryId",
                principalTable: "WaitingEntries",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Messages_WaitingEntries_EntryId",
                table: "Messages");

            migrationBuilder.DropIndex(
                name: "IX_Offers_MadeAt",
                table: "Offers");

            migrationBuilder.DropIndex(
                name: "IX_Messages_EntryId",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "EntryId",
                table: "Messages");
        }
    }
}
