using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Booking.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class TextsUnderControl : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Messages_Due",
                table: "Messages");

            migrationBuilder.AddColumn<DateTime>(
                name: "AwaySince",
                table: "SendingStatus",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "HourBegan",
                table: "SendingStatus",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "OverdueUntil",
                table: "SendingStatus",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "SentElsewhere",
                table: "SendingStatus",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "SentInHour",
                table: "SendingStatus",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "StoppedAt",
                table: "SendingStatus",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StoppedBy",
                table: "SendingStatus",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StoppedWhy",
                table: "SendingStatus",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "TooManyAt",
                table: "SendingStatus",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SeenToAt",
                table: "Messages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SeenToBy",
                table: "Messages",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PencePerPart",
                table: "BookingRules",
                type: "INTEGER",
                nullable: false,
                defaultValue: 4);

            migrationBuilder.AddColumn<int>(
                name: "TextsAnHour",
                table: "BookingRules",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Messages_Due_State",
                table: "Messages",
                columns: new[] { "Due", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Messages_State_StartsAt",
                table: "Messages",
                columns: new[] { "State", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Messages_State_TriedAt_Parts",
                table: "Messages",
                columns: new[] { "State", "TriedAt", "Parts" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Messages_Due_State",
                table: "Messages");

            migrationBuilder.DropIndex(
                name: "IX_Messages_State_StartsAt",
                table: "Messages");

            migrationBuilder.DropIndex(
                name: "IX_Messages_State_TriedAt_Parts",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "AwaySince",
                table: "SendingStatus");

            migrationBuilder.DropColumn(
                name: "HourBegan",
                table: "SendingStatus");

            migrationBuilder.DropColumn(
                name: "OverdueUntil",
                table: "SendingStatus");

            migrationBuilder.DropColumn(
                name: "SentElsewhere",
                table: "SendingStatus");

            migrationBuilder.DropColumn(
                name: "SentInHour",
                table: "SendingStatus");

            migrationBuilder.DropColumn(
                name: "StoppedAt",
                table: "SendingStatus");

            migrationBuilder.DropColumn(
                name: "StoppedBy",
                table: "SendingStatus");

            migrationBuilder.DropColumn(
                name: "StoppedWhy",
                table: "SendingStatus");

            migrationBuilder.DropColumn(
                name: "TooManyAt",
                table: "SendingStatus");

            migrationBuilder.DropColumn(
                name: "SeenToAt",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "SeenToBy",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "PencePerPart",
                table: "BookingRules");

            migrationBuilder.DropColumn(
                name: "TextsAnHour",
                table: "BookingRules");

            migrationBuilder.CreateIndex(
                name: "IX_Messages_Due",
                table: "Messages",
                column: "Due");
        }
    }
}
