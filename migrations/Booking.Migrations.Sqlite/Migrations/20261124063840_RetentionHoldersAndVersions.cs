using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Booking.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class RetentionHoldersAndVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "RedFlagWordings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            // The version used to be the key. It comes first: SQLite makes the tables that follow anew.
            migrationBuilder.Sql("UPDATE RedFlagWordings SET Version = Id");

            migrationBuilder.DropForeignKey(
                name: "FK_Appointments_RedFlagWordings_RedFlagWordingId",
                table: "Appointments");

            migrationBuilder.DropIndex(
                name: "IX_Appointments_RedFlagWordingId",
                table: "Appointments");

            migrationBuilder.AddColumn<DateTime>(
                name: "EmptiedAt",
                table: "Patients",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "HeldBy",
                table: "Holds",
                type: "BLOB",
                fixedLength: true,
                maxLength: 32,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_RedFlagWordings_Version",
                table: "RedFlagWordings",
                column: "Version",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Holds_HeldBy",
                table: "Holds",
                column: "HeldBy",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_RedFlagWordings_Version",
                table: "RedFlagWordings");

            migrationBuilder.DropIndex(
                name: "IX_Holds_HeldBy",
                table: "Holds");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "RedFlagWordings");

            migrationBuilder.DropColumn(
                name: "EmptiedAt",
                table: "Patients");

            migrationBuilder.DropColumn(
                name: "HeldBy",
                table: "Holds");

            migrationBuilder.CreateIndex(
                name: "IX_Appointments_RedFlagWordingId",
                table: "Appointments",
                column: "RedFlagWordingId");

            migrationBuilder.AddForeignKey(
                name: "FK_Appointments_RedFlagWordings_RedFlagWordingId",
                table: "Appointments",
                column: "RedFlagWordingId",
                principalTable: "RedFlagWordings",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }
    }
}
